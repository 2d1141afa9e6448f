import type { Theme } from './protocol.ts'

/** In Outlook a theme is these four colours; whether it is a dark one it does not say. */
export type ThemeColours = Pick<
  Office.OfficeTheme,
  'bodyBackgroundColor' | 'bodyForegroundColor' | 'controlBackgroundColor' | 'controlForegroundColor'
>

export const THEME_COLOURS: Readonly<Record<Theme, ThemeColours>> = {
  light: colours('#ffffff', '#242424', '#f5f5f5', '#424242'),
  dark: colours('#1f1f1f', '#ffffff', '#292929', '#d6d6d6'),
  contrast: colours('#000000', '#ffffff', '#000000', '#ffff00'),
}

function colours(body: string, onBody: string, control: string, onControl: string): ThemeColours {
  return {
    bodyBackgroundColor: body,
    bodyForegroundColor: onBody,
    controlBackgroundColor: control,
    controlForegroundColor: onControl,
  }
}
