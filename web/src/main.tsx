import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { useTranslation } from "react-i18next";
import { createAppRouter } from "./routes.tsx";
import { followAppearance } from "./shell/appearance.ts";
import { startLanguage } from "./shell/language/language.ts";
import { createQueryClient } from "./shell/query-client.ts";
import { World } from "./shell/world.tsx";
import "./styles.css";
import { Toaster } from "./ui/toaster.tsx";
import { TooltipProvider } from "./ui/tooltip.tsx";

const client = createQueryClient();
const router = createAppRouter(client);

function App() {
  const { t } = useTranslation("frame");
  return (
    <QueryClientProvider client={client}>
      <World>
        <TooltipProvider delayDuration={400}>
          <RouterProvider router={router} />
          <Toaster label={t("notifications")} />
        </TooltipProvider>
      </World>
    </QueryClientProvider>
  );
}

async function start(): Promise<void> {
  followAppearance();
  const needsTemporal = !("Temporal" in globalThis);
  await Promise.all([startLanguage(), needsTemporal ? import("temporal-polyfill/global") : undefined]);
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no #root.");
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
