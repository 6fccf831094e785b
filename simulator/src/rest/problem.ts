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

/** For a request to `url`; Twilio names the path without our prefix for the sub-domain. */
export const notFound = (url: string): TwilioError =>
  refusal(
    404,
    20404,
    `The requested resource ${url.replace(/^\/(api|messaging|lookups)/, "").split("?")[0]} was not found`,
  );

export const isTwilioError = (value: unknown): value is TwilioError =>
  typeof value === "object" && value !== null && "code" in value && "status" in value && "message" in value;
