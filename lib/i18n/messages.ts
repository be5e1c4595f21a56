/**
 * The message catalogues, a file a namespace. Imported with their type, so that Next, plain Node, the bundled worker
 * and the tests all read the same files.
 */
import deAccount from './messages/de/account.json' with { type: 'json' };
import deAdmin from './messages/de/admin.json' with { type: 'json' };
import deAudit from './messages/de/audit.json' with { type: 'json' };
import deAuth from './messages/de/auth.json' with { type: 'json' };
import deBooking from './messages/de/booking.json' with { type: 'json' };
import deCheckout from './messages/de/checkout.json' with { type: 'json' };
import deCommon from './messages/de/common.json' with { type: 'json' };
import deCountdown from './messages/de/countdown.json' with { type: 'json' };
import deDashboard from './messages/de/dashboard.json' with { type: 'json' };
import deDoor from './messages/de/door.json' with { type: 'json' };
import deErrors from './messages/de/errors.json' with { type: 'json' };
import deEvent from './messages/de/event.json' with { type: 'json' };
import deEvents from './messages/de/events.json' with { type: 'json' };
import deHolder from './messages/de/holder.json' with { type: 'json' };
import deHome from './messages/de/home.json' with { type: 'json' };
import deInvitation from './messages/de/invitation.json' with { type: 'json' };
import deJobs from './messages/de/jobs.json' with { type: 'json' };
import deLegal from './messages/de/legal.json' with { type: 'json' };
import deMail from './messages/de/mail.json' with { type: 'json' };
import deMaintenance from './messages/de/maintenance.json' with { type: 'json' };
import deOrganizer from './messages/de/organizer.json' with { type: 'json' };
import dePayments from './messages/de/payments.json' with { type: 'json' };
import dePicker from './messages/de/picker.json' with { type: 'json' };
import dePlaces from './messages/de/places.json' with { type: 'json' };
import dePrivacy from './messages/de/privacy.json' with { type: 'json' };
import deSales from './messages/de/sales.json' with { type: 'json' };
import deSite from './messages/de/site.json' with { type: 'json' };
import deTeam from './messages/de/team.json' with { type: 'json' };
import deTicketRules from './messages/de/ticketRules.json' with { type: 'json' };
import deTickets from './messages/de/tickets.json' with { type: 'json' };
import enAccount from './messages/en/account.json' with { type: 'json' };
import enAdmin from './messages/en/admin.json' with { type: 'json' };
import enAudit from './messages/en/audit.json' with { type: 'json' };
import enAuth from './messages/en/auth.json' with { type: 'json' };
import enBooking from './messages/en/booking.json' with { type: 'json' };
import enCheckout from './messages/en/checkout.json' with { type: 'json' };
import enCommon from './messages/en/common.json' with { type: 'json' };
import enCountdown from './messages/en/countdown.json' with { type: 'json' };
import enDashboard from './messages/en/dashboard.json' with { type: 'json' };
import enDoor from './messages/en/door.json' with { type: 'json' };
import enErrors from './messages/en/errors.json' with { type: 'json' };
import enEvent from './messages/en/event.json' with { type: 'json' };
import enEvents from './messages/en/events.json' with { type: 'json' };
import enHolder from './messages/en/holder.json' with { type: 'json' };
import enHome from './messages/en/home.json' with { type: 'json' };
import enInvitation from './messages/en/invitation.json' with { type: 'json' };
import enJobs from './messages/en/jobs.json' with { type: 'json' };
import enLegal from './messages/en/legal.json' with { type: 'json' };
import enMail from './messages/en/mail.json' with { type: 'json' };
import enMaintenance from './messages/en/maintenance.json' with { type: 'json' };
import enOrganizer from './messages/en/organizer.json' with { type: 'json' };
import enPayments from './messages/en/payments.json' with { type: 'json' };
import enPicker from './messages/en/picker.json' with { type: 'json' };
import enPlaces from './messages/en/places.json' with { type: 'json' };
import enPrivacy from './messages/en/privacy.json' with { type: 'json' };
import enSales from './messages/en/sales.json' with { type: 'json' };
import enSite from './messages/en/site.json' with { type: 'json' };
import enTeam from './messages/en/team.json' with { type: 'json' };
import enTicketRules from './messages/en/ticketRules.json' with { type: 'json' };
import enTickets from './messages/en/tickets.json' with { type: 'json' };
import type { Locale } from './routing.ts';

const en = {
  account: enAccount,
  admin: enAdmin,
  audit: enAudit,
  auth: enAuth,
  booking: enBooking,
  checkout: enCheckout,
  common: enCommon,
  countdown: enCountdown,
  dashboard: enDashboard,
  door: enDoor,
  errors: enErrors,
  event: enEvent,
  events: enEvents,
  holder: enHolder,
  home: enHome,
  invitation: enInvitation,
  jobs: enJobs,
  legal: enLegal,
  mail: enMail,
  maintenance: enMaintenance,
  organizer: enOrganizer,
  payments: enPayments,
  picker: enPicker,
  places: enPlaces,
  privacy: enPrivacy,
  sales: enSales,
  site: enSite,
  team: enTeam,
  ticketRules: enTicketRules,
  tickets: enTickets,
};

export type Messages = typeof en;

/** Every sentence a person reads, by language. That no language lacks a key is checked by the compiler. */
export const messages: Record<Locale, Messages> = {
  en,
  de: {
    account: deAccount,
    admin: deAdmin,
    audit: deAudit,
    auth: deAuth,
    booking: deBooking,
    checkout: deCheckout,
    common: deCommon,
    countdown: deCountdown,
    dashboard: deDashboard,
    door: deDoor,
    errors: deErrors,
    event: deEvent,
    events: deEvents,
    holder: deHolder,
    home: deHome,
    invitation: deInvitation,
    jobs: deJobs,
    legal: deLegal,
    mail: deMail,
    maintenance: deMaintenance,
    organizer: deOrganizer,
    payments: dePayments,
    picker: dePicker,
    places: dePlaces,
    privacy: dePrivacy,
    sales: deSales,
    site: deSite,
    team: deTeam,
    ticketRules: deTicketRules,
    tickets: deTickets,
  },
};
