import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readChat } from '#shared/chat/read-chat.ts'
import { CHAT_FILE_MAX, chatInFile } from '../../desk/src/chat-file.ts'
import { lastOf } from '../../desk/src/chat-picker.ts'
import { decodedChat } from '../../desk/src/decoded-chat.ts'

const CHAT = '19/10/2026, 14:05 - 王芳: 样品收到了\r\n20/10/2026, 09:00 - Ana: Olá, tudo bem?'

const utf16 = (text: string, little: boolean): number[] =>
  Array.from(text, (sign) => sign.charCodeAt(0)).flatMap((code) =>
    little ? [code & 255, code >> 8] : [code >> 8, code & 255],
  )

/** 王芳: 样品 in the code of Chinese Windows. */
const GBK = [...strToU8('2026-10-19 14:05:09 '), 0xcd, 0xf5, 0xb7, 0xbc, 0x0a, 0xd1, 0xf9, 0xc6, 0xb7]

describe('an exported conversation', () => {
  test.each([
    ['UTF-8', strToU8(CHAT)],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...strToU8(CHAT)])],
    ['UTF-16, small end first, with a mark', Uint8Array.from([0xff, 0xfe, ...utf16(CHAT, true)])],
    ['UTF-16, great end first, with a mark', Uint8Array.from([0xfe, 0xff, ...utf16(CHAT, false)])],
    ['UTF-16 without a mark', Uint8Array.from(utf16(CHAT, true))],
    ['UTF-16, great end first, without a mark', Uint8Array.from(utf16(CHAT, false))],
  ])('is read in %s', (_, bytes) => {
    expect(decodedChat(bytes)).toBe(CHAT)
    expect(readChat(decodedChat(bytes) ?? '')).toMatchObject({ kind: 'read', messages: [{ author: '王芳' }, {}] })
  })

  test('is read in the code of Chinese Windows', () => {
    expect(decodedChat(Uint8Array.from(GBK))).toBe('2026-10-19 14:05:09 王芳\n样品')
  })

  test('whatever the bytes, is a text or none', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => decodedChat(bytes)?.includes('\0') !== true))
  })

  test('is found in a zip beside pictures, of which nothing is unpacked', async () => {
    const zip = zipSync({ 'IMG-1.jpg': new Uint8Array(9), 'note.txt': strToU8('x'), '_chat.txt': strToU8(CHAT) })
    expect(await chatInFile(new Blob([zip]))).toEqual({ kind: 'read', text: CHAT })
  })

  test('that is none, broken or too large is told, and never unpacked', async () => {
    expect(await chatInFile(new Blob([zipSync({ 'a.jpg': new Uint8Array(9) })]))).toEqual({ kind: 'none' })
    expect(await chatInFile(new Blob([Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9])]))).toEqual({ kind: 'none' })
    expect(await chatInFile(new Blob([new Uint8Array(100)]))).toEqual({ kind: 'none' })
    const bomb = zipSync({ '_chat.txt': new Uint8Array(CHAT_FILE_MAX + 1) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await chatInFile(new Blob([bomb]))).toEqual({ kind: 'too_large' })
    expect(await chatInFile(new Blob([new Uint8Array(CHAT_FILE_MAX + 1)]))).toEqual({ kind: 'too_large' })
  })

  test('too long for the field is its end, from the beginning of a line', () => {
    expect(lastOf('a\nbc\nde', 7)).toEqual({ kept: 'a\nbc\nde', isWhole: true })
    expect(lastOf('a\nbc\nde', 6)).toEqual({ kept: 'bc\nde', isWhole: false })
    expect(lastOf('a\nbc\nde', 4)).toEqual({ kept: 'de', isWhole: false })
  })
})
