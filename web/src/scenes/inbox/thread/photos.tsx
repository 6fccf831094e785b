import { ImageOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessageItem } from "../../../api/types.ts";

type Media = MessageItem["media"][number];

/** Photos of a text, each opening in full. */
export function Photos({ media }: { media: readonly Media[] }) {
  if (media.length === 0) return null;
  return (
    <ul className="mb-1 flex flex-wrap gap-1">
      {media.map((one) => (
        <li key={one.url}>
          <Photo media={one} />
        </li>
      ))}
    </ul>
  );
}

function Photo({ media }: { media: Media }) {
  const { t } = useTranslation("inbox");
  const [isLost, setLost] = useState(false);
  if (isLost) {
    return (
      <span className="flex h-24 items-center gap-2 rounded-lg border border-dashed px-4 text-small text-ink-soft">
        <ImageOff aria-hidden className="size-4" />
        {t("photoLost")}
      </span>
    );
  }
  return (
    <a href={media.url} target="_blank" rel="noreferrer" className="block">
      <img
        src={media.url}
        alt={t("photo")}
        loading="lazy"
        onError={() => setLost(true)}
        className="h-44 max-w-64 rounded-lg border object-cover"
      />
    </a>
  );
}
