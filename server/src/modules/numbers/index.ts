export { accountOf, activeAccounts } from "./accounts.ts";
export { type AccountWithNumbers, accountsWithNumbers } from "./accounts-with-numbers.ts";
export { addNumber, findNumberByPhone, getNumber, type NewNumber, type OwnNumber, primaryNumber } from "./numbers.ts";
export { numbersWithAccounts } from "./numbers-with-accounts.ts";
export { pointNumbersHere } from "./pointing.ts";
export { createRoutes, type RoutedNumber, type Routes } from "./routing.ts";
