/** What a photograph or a scan in a patient's file shows. */
export const ATTACHMENT_KINDS = {
  consent: '知情同意书',
  diagnosis: '诊断证明或病历',
  certificate: '证件',
  agreement: '协议、委托书',
  visit: '随访照片',
  incident: '现场照片、录音',
  other: '其他材料',
} as const;
export type AttachmentKind = keyof typeof ATTACHMENT_KINDS;

/** What a file is, read from its content; nothing else is kept. */
export const FILE_TYPES = {
  'image/jpeg': { label: 'JPEG 照片', ending: 'jpg' },
  'image/png': { label: 'PNG 图片', ending: 'png' },
  'application/pdf': { label: 'PDF 文件', ending: 'pdf' },
  'audio/mpeg': { label: 'MP3 录音', ending: 'mp3' },
  'audio/wav': { label: 'WAV 录音', ending: 'wav' },
} as const;
export type FileType = keyof typeof FILE_TYPES;

/** The largest file that is kept: a phone's photograph or a scan of some pages. */
export const MOST_FILE_BYTES = 8 * 1024 * 1024;
