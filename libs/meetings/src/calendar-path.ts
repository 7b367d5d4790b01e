/** Where calendars are served, below the public address. */
export const calendarPath = {
  meeting: (slug: string): string => `/calendar/meetings/${slug}.ics`,
  series: (slug: string): string => `/calendar/series/${slug}.ics`,
};
