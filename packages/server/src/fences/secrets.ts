// What the fence tests hide in the town, to see that it stays hidden.

/** What nobody may read who has no part in the matter. */
export const SECRETS = {
  name: '皇甫静姝',
  phone: '13911110001',
  words: '暗号正文青花',
  door: '暗号503室',
  task: '暗号任务白瓷',
  remark: '暗号补充汝窑',
  typedPhone: '13700009999',
  typedId: '310101199003078888',
  closedTitle: '暗号家事钧窑',
  invited: '暗号来宾定窑',
  /** Registered for a secret election. */
  registered: '暗号选民哥窑',
  objection: '暗号异议定窑',
  /** Typed into an urgent notice, where they do not belong. */
  alertPhone: '13700008888',
  alertId: '310101198001011234',
  alertDoor: '暗804室',
  /** On a claim to own a flat. */
  claimed: '暗号认领秘色',
  /** Where the letter lies by which somebody left a committee. */
  resignation: '暗号辞呈耀州',
  /** The door of a household that nobody has told yet. */
  flat: '暗1101',
} as const
