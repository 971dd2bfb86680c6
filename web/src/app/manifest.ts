import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "PeerCommons",
    short_name: "PeerCommons",
    description: "Do work that fits you. Own what the machines earn.",
    start_url: "/",
    display: "standalone",
    background_color: "#f4eee1",
    theme_color: "#f4eee1",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
