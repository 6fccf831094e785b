export { accountOf } from "./accounts.ts";
export { addNumber, findNumberByPhone, getNumber, type NewNumber, type OwnNumber, primaryNumber } from "./numbers.ts";
export { type RoutedNumber, routeByToken } from "./routing.ts";
export { numbersWithAccounts, pointNumbersHere } from "./webhooks.ts";
