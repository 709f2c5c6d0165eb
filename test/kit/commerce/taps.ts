/** Headers of a person's browser on a phone. */
export const PHONE = {
  'user-agent':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
} as const;

/** Headers of a person's browser on a desktop. */
export const DESKTOP = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  accept: PHONE.accept,
} as const;

/** What the apps' own browsers add to a phone's. */
export const APP_AGENTS = {
  WECHAT: `${PHONE['user-agent']} MicroMessenger/8.0.50(0x1800323d) NetType/WIFI Language/zh_CN`,
  CONTENT_APP: `${PHONE['user-agent']} xhsdiscover/8.40 discover/8.40 NetType/WiFi`,
  MARKETPLACE_APP: `${PHONE['user-agent']} WindVane/8.7.2 AliApp(TB/10.35.10)`,
} as const;

/** A program that makes previews of links. */
export const PREVIEW = { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' } as const;
