import type { Words } from "../language.ts";

export const signIn: Words["signIn"] = {
  title: "Iniciar sesión",
  email: "Correo",
  password: "Contraseña",
  emailNeeded: "Escriba su correo.",
  passwordNeeded: "Escriba su contraseña.",
  signIn: "Iniciar sesión",
  signingIn: "Iniciando sesión",
  demoPeople: "Personas de la demostración",
  demoPeopleMeans: "Elija una para rellenar el correo y la contraseña.",
  tryPhones: "O pruebe antes los dos teléfonos",
};
