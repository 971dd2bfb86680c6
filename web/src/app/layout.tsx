import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { cookieToInitialState } from "wagmi";
import { Banners } from "@/components/shell/Banners";
import { BottomBar } from "@/components/shell/BottomBar";
import { Footer } from "@/components/shell/Footer";
import { Masthead } from "@/components/shell/Masthead";
import { Overlays } from "@/components/shell/Overlays";
import { Providers } from "@/components/shell/Providers";
import { walletConfig } from "@/lib/wallet/config";
import { townTime } from "@/server/clock";
import { readTown } from "@/server/town";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "PeerCommons", template: "%s · PeerCommons" },
  description:
    "Work matched to what people have learnt to do, credit they extend to each other, and machines whose income is everyone's.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4eee1" },
    { media: "(prefers-color-scheme: dark)", color: "#16151f" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const town = readTown();
  const sent = await headers();
  const renderedAt = await townTime(town);
  const initialState = cookieToInitialState(walletConfig(town), sent.get("cookie"));
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <Providers
          town={town}
          renderedAt={renderedAt}
          nonce={sent.get("x-nonce") ?? undefined}
          initialState={initialState}
        >
          <div className="app flex min-h-dvh flex-col pb-16 lg:pb-0">
            <a
              href="#main"
              className="sr-only z-50 bg-ink px-4 py-3 text-on-ink focus:not-sr-only focus:absolute"
            >
              Skip to the page
            </a>
            <Masthead />
            <Banners />
            <noscript>
              <p className="bg-ink-wash px-4 py-2.5 text-center text-sm">
                This page is for reading without JavaScript. To act, and to see it change by itself, switch it
                on.
              </p>
            </noscript>
            <main id="main" tabIndex={-1} className="flex-1 outline-none">
              {children}
            </main>
            <Footer />
            <BottomBar />
          </div>
          <Overlays />
        </Providers>
      </body>
    </html>
  );
}
