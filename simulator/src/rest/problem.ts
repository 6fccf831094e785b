/** A refusal in Twilio's form. `code` is from Twilio's error dictionary. */
export interface TwilioError {
  status: number;
  code: number;
  message: string;
}

export const refusal = (status: number, code: number, message: string): TwilioError => ({ status, code, message });

/** The body of an error answer. */
export const errorBody = ({ status, code, message }: TwilioError) => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});

export const notFound = (path: string): TwilioError =>
  refusal(404, 20404, `The requested resource ${path} was not found`);

export const isTwilioError = (value: object): value is TwilioError =>
  "code" in value && "status" in value && "message" in value;
