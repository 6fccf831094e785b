import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = "http://localhost:3000";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  server: {
    proxy: {
      "/api": server,
      "/media": server,
      "/simulator": server,
      "/socket.io": { target: server, ws: true },
    },
  },
  build: { target: "es2023", sourcemap: false },
});
