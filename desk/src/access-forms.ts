import type { AccessAnswer, PostAnswer } from '#shared/desk/access.ts'
import type { AccessWords } from './access-words.ts'
import { element } from './element.ts'
import { button, checkedIn, checkField, choiceField, part, textField } from './form-parts.ts'

/** What is sent of a form; the version of what was shown goes with it. */
export type Propose = (change: object) => void

const NEW = ''

/** A post with a list for each verb and a box for each class: chosen, changed, proposed. */
export function postForm(answer: AccessAnswer, words: AccessWords, propose: Propose): HTMLElement {
  const { posts, classes } = answer
  const { field, select } = choiceField('post', words('chosen'), [
    ...posts.map(({ key, label }) => ({ value: key, label })),
    { value: NEW, label: words('newPost') },
  ])
  const body = element('div', 'access-body')
  const draw = () => {
    const post = posts.find(({ key }) => key === select.value)
    const named = post && !post.names ? [] : namesOf(post, words)
    const boxes = group(
      words('sees'),
      ...Object.entries(classes).map(([key, label]) =>
        checkField('sees', key, label, post?.sees.includes(key) ?? false),
      ),
    )
    const undo =
      post && (post.changed || post.names)
        ? [button(words('reset'), 'secondary', () => propose({ reset: post.key }))]
        : []
    body.replaceChildren(
      ...named.map((one) => one.field),
      boxes,
      ...grantFields(answer, post, words),
      element(
        'div',
        'access-buttons',
        button(words('propose'), 'primary', () => propose({ post: read(post) })),
        ...undo,
      ),
    )
  }
  const read = (post: PostAnswer | undefined) => {
    const value = (name: string) => body.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? ''
    const label = post && !post.names ? {} : { label: { en: value('en'), zh: value('zh') } }
    return { key: post?.key ?? value('key'), ...label, grants: grantsIn(body), sees: checkedIn(body, 'sees') }
  }
  select.addEventListener('change', draw)
  draw()
  return part('post', words('change'), field, body)
}

const namesOf = (post: PostAnswer | undefined, words: AccessWords) => [
  ...(post ? [] : [textField('key', words('key'), 'own_')]),
  textField('en', words('nameEn'), post?.names?.en ?? ''),
  textField('zh', words('nameZh'), post?.names?.zh ?? ''),
]

function grantFields(
  { types, verbs, scopes }: AccessAnswer,
  post: PostAnswer | undefined,
  words: AccessWords,
): HTMLElement[] {
  return types.map((type) =>
    group(
      type.label,
      ...type.verbs.map((verb) => {
        const { field, select } = choiceField(`${type.key} ${verb}`, verbs[verb] ?? verb, [
          { value: '', label: words('none') },
          ...type.scopes.map((scope) => ({ value: scope, label: scopes[scope] ?? scope })),
        ])
        select.value = post?.grants[type.key]?.[verb] ?? ''
        return field
      }),
    ),
  )
}

function grantsIn(body: HTMLElement): Record<string, Record<string, string>> {
  const grants: Record<string, Record<string, string>> = {}
  for (const { name, value } of body.querySelectorAll('select')) {
    const [type = '', verb = ''] = name.split(' ')
    if (value) grants[type] = { ...grants[type], [verb]: value }
  }
  return grants
}

const group = (legend: string, ...fields: HTMLElement[]): HTMLElement =>
  element('fieldset', '', element('legend', '', legend), element('div', 'access-fields', ...fields))

/** The posts of a member of staff. */
export function staffForm({ staff, posts }: AccessAnswer, words: AccessWords, propose: Propose): HTMLElement {
  const { field, select } = choiceField(
    'person',
    words('person'),
    staff.map(({ id, alias, name }) => ({ value: id, label: `${alias} · ${name}` })),
  )
  const body = element('div', 'access-body')
  const draw = () => {
    const roles = staff.find(({ id }) => id === select.value)?.roles ?? []
    body.replaceChildren(
      group(words('posts'), ...posts.map(({ key, label }) => checkField('roles', key, label, roles.includes(key)))),
    )
  }
  select.addEventListener('change', draw)
  draw()
  const send = button(words('propose'), 'primary', () =>
    propose({ staff: { id: select.value, roles: checkedIn(body, 'roles') } }),
  )
  return part('staff', words('staff'), field, body, element('div', 'access-buttons', send))
}
