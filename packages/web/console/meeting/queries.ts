// What the console reads about meetings, and how it gives them commands.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { MatterMeetings, MeetingAct, MeetingDraft, MeetingFile, Meetings } from '@yishi/contract/meeting'
import { newKey, read, write } from '../api.ts'

const MINUTE = 60_000
/** People sign in on their phones while the desk looks on. */
const LIVE = 4_000

export const meetingsQuery = (community: string) =>
  queryOptions({
    queryKey: ['meetings', community],
    queryFn: () => read<Meetings>(`/meetings${community ? `?community=${encodeURIComponent(community)}` : ''}`),
    refetchInterval: MINUTE,
  })

const isLive = (file: MeetingFile | undefined): boolean => file?.status === 'called' || file?.status === 'sitting'

export const meetingQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['meeting', meeting],
    queryFn: () => read<MeetingFile>(`/meetings/${encodeURIComponent(meeting)}`),
    refetchInterval: ({ state }) => (isLive(state.data) ? LIVE : false),
  })

export const matterMeetingsQuery = (matter: string) =>
  queryOptions({
    queryKey: ['matter', matter, 'meetings'],
    queryFn: () => read<MatterMeetings>(`/matters/${encodeURIComponent(matter)}/meetings`),
  })

export const draftQuery = (matter: string, format: string) =>
  queryOptions({
    queryKey: ['matter', matter, 'meeting-draft', format],
    queryFn: () =>
      read<MeetingDraft>(`/matters/${encodeURIComponent(matter)}/meeting-draft${format ? `?format=${format}` : ''}`),
    placeholderData: (previous: MeetingDraft | undefined) => previous,
  })

type Given = { readonly name: MeetingAct; readonly body: object }

/** One command; the answer takes the place of the file. */
export const useMeetingCommand = (meeting: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, body }: Given) => write<MeetingFile>(`/meetings/${meeting}/${name}`, body, { key: newKey() }),
    onSuccess(file) {
      client.setQueryData(meetingQuery(meeting).queryKey, file)
      void client.invalidateQueries({ queryKey: ['meetings'] })
      void client.invalidateQueries({ queryKey: ['matter', file.matter.id] })
    },
  })
}
