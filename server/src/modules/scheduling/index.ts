export { findFreeSlots, type Preference } from "./availability.ts";
export {
  book,
  cancelAppointment,
  changeAddress,
  findSlots,
  type NewBooking,
  reschedule,
  setStatus,
  upcomingAppointment,
} from "./booking.ts";
export { addResource } from "./resources.ts";
export {
  type AppointmentResponse as Appointment,
  appointmentBooked,
  appointmentCancelled,
  appointmentRescheduled,
  type Slot,
} from "./schema.ts";
export { dayInWords, timeInWords, windowInWords } from "./wording.ts";
