/** What people answer to a message about money, in the order in which one answer outweighs another. */
export type MoneyWords = {
  /** What speaks of wages, not of this bill; covered before `paid` is looked for. */
  wages: readonly string[];
  /** What asks how to pay; covered before `promise` is looked for. */
  asking: readonly string[];
  wrong_person: readonly string[];
  dispute: readonly string[];
  cannot_pay: readonly string[];
  paid: readonly string[];
  promise: readonly string[];
  hostile: readonly string[];
  call_me: readonly string[];
  question: readonly string[];
  ack: readonly string[];
};
