export type RepositoryFacts = {
  readonly id: number;
  /** `owner/name`. */
  readonly name: string;
  readonly visibility: 'private' | 'internal' | 'public';
  readonly archived: boolean;
};

export type Member = {
  readonly id: number;
  readonly login: string;
};

export type Team = {
  readonly slug: string;
  readonly name: string;
  /** Members of the team and of the teams within it. */
  readonly members: readonly Member[];
};

export type Organisation = {
  readonly repositories: readonly RepositoryFacts[];
  readonly teams: readonly Team[];
  /** They can read every repository: GitHub never shuts them out. */
  readonly owners: readonly Member[];
  readonly members: readonly Member[];
};
