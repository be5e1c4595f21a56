/** Text as RFC 5545 allows it in a calendar file: no control characters but tabs and line breaks, no broken letters. */
export const calendarText = (text: string): string =>
  text.toWellFormed().replaceAll(/\p{Cc}/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''));
