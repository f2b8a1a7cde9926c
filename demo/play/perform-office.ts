import {
  addCollaborator,
  addTeamMember,
  createRepository,
  installApp,
  removeTeamMember,
  renameRepository,
  renameUser,
  setVisibility,
  writeFile,
} from '../github/actions.ts';
import type { StoryHappening } from '../story/story.ts';
import type { OfficeDeed } from './acts.ts';
import { fullName } from './cast.ts';
import type { Cast } from './cast.ts';

/** Where the rules are. */
export const rulesRepository = '.github';
export const rulesPath = '.github/groundwork.yml';

/** Does what an owner does for the organisation. */
export function performOffice(cast: Cast, by: string, deed: OfficeDeed): void {
  const { world, story } = cast;
  const { organisation } = story;
  switch (deed.kind) {
    case 'write rules':
      return writeRules(cast, by, deed.text);
    case 'install':
      return void installApp(world, by, { account: organisation });
    case 'make reports repository':
      return makeReportsRepository(cast, by, deed);
    case 'rename repository':
      return void renameRepository(world, by, { repository: fullName(story, deed.name), name: deed.to });
    case 'happening':
      return happen(cast, by, deed.happening);
  }
}

function writeRules({ world, story }: Cast, by: string, text: string): void {
  const repository = fullName(story, rulesRepository);
  if (!world.state.repositories.has(repository))
    createRepository(world, by, {
      owner: story.organisation,
      name: rulesRepository,
      visibility: 'private',
    });
  writeFile(world, by, {
    repository,
    path: rulesPath,
    text,
    message: 'Say who gets a report, and who reads it',
  });
}

/** Ticking a box edits the issue, for which GitHub asks for the permission to write. */
function makeReportsRepository(
  { world, story }: Cast,
  by: string,
  { name, readers }: Extract<OfficeDeed, { kind: 'make reports repository' }>,
): void {
  const { organisation } = story;
  createRepository(world, by, {
    owner: organisation,
    name,
    visibility: 'private',
    description: 'Evidence reports of Groundwork.',
  });
  for (const login of readers)
    addCollaborator(world, by, { repository: fullName(story, name), login, permission: 'write' });
}

function happen({ world, story }: Cast, by: string, happening: StoryHappening): void {
  const { organisation } = story;
  switch (happening.kind) {
    case 'joins':
      return addTeamMember(world, by, { organisation, team: happening.team, login: happening.login });
    case 'leaves team':
      return removeTeamMember(world, by, { organisation, team: happening.team, login: happening.login });
    case 'renamed':
      return void renameUser(world, { login: happening.login, to: happening.to });
    case 'visibility':
      return void setVisibility(world, by, {
        repository: fullName(story, happening.repository),
        visibility: happening.to,
      });
  }
}
