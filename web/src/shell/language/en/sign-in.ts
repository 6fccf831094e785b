export const signIn = {
  title: "Sign in",
  email: "E-mail",
  password: "Password",
  emailNeeded: "Enter your e-mail.",
  passwordNeeded: "Enter your password.",
  signIn: "Sign in",
  signingIn: "Signing in",
  demoPeople: "People of the demo",
  demoPeopleMeans: "Choose one to fill in the e-mail and password.",
  tryPhones: "Or try the two phones first",
};
