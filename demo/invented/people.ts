/** A name and an address as git writes them, and the offset the person's own clock shows. */
export type Identity = {
  readonly name: string;
  readonly mail: string;
  /** Offset from UTC as git writes it: `+0530`. */
  readonly zone: string;
};

export const adaeze: Identity = { name: 'Adaeze Okafor', mail: 'adaeze@harbour.example', zone: '+0100' };

/** The same person at another desk; `.mailmap` joins the two. */
export const adaezeAtHome: Identity = { name: 'adaeze', mail: 'ada.okafor@post.example', zone: '+0100' };

export const tomas: Identity = { name: 'Tomás Ferreira', mail: 'tomas@harbour.example', zone: '+0000' };

/** The same person on a new laptop; only the name tells, `.mailmap` does not know it. */
export const tomasOnLaptop: Identity = {
  name: 'Tomás Ferreira',
  mail: 'tomas@new-laptop.local',
  zone: '+0000',
};

export const priya: Identity = { name: 'Priya Raman', mail: 'priya@harbour.example', zone: '+0530' };

/** Away in April and May. */
export const jun: Identity = { name: 'Jun Watanabe', mail: 'jun@harbour.example', zone: '+0900' };

/** Reviews and writes documents most of the time. */
export const ingrid: Identity = { name: 'Ingrid Solberg', mail: 'ingrid@harbour.example', zone: '+0100' };

/** Joined the team in April. */
export const noor: Identity = { name: 'Noor Haddad', mail: 'noor@harbour.example', zone: '+0200' };

export const dependencyBot: Identity = {
  name: 'dependabot[bot]',
  mail: '49699333+dependabot[bot]@users.noreply.github.com',
  zone: '+0000',
};

export const releaseBot: Identity = {
  name: 'harbour-release[bot]',
  mail: 'harbour-release[bot]@users.noreply.github.com',
  zone: '+0000',
};

/** A coding agent, named as co-author once. */
export const codingAgent: Identity = {
  name: 'Copilot',
  mail: '198982749+Copilot@users.noreply.github.com',
  zone: '+0000',
};

/** Who commits when somebody presses the merge button. */
export const mergeButton: Identity = { name: 'GitHub', mail: 'noreply@github.com', zone: '+0000' };

export const engineers: readonly Identity[] = [adaeze, tomas, priya, jun, ingrid, noor];
export const bots: readonly Identity[] = [dependencyBot, releaseBot];
