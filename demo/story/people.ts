import type { StoryPerson } from './story.ts';

const engineers: readonly StoryPerson[] = [
  {
    login: 'adaeze',
    role: 'engineer',
    name: 'Adaeze Okafor',
    about: 'Payments. Reads query plans and dumps until the cause is found, and says what was measured.',
  },
  {
    login: 'tomas',
    role: 'engineer',
    name: 'Tomás Ferreira',
    about:
      'Payments. Builds what merchants call, writes with dry humour, and says openly when something was wrong.',
  },
  {
    login: 'priya',
    role: 'engineer',
    name: 'Priya Raman',
    about: 'Payments. Leads on-call: alerts, runbooks, objectives, and five short lines instead of a page.',
  },
  {
    login: 'jun',
    role: 'engineer',
    name: 'Jun Watanabe',
    about: 'Payments. Moves the ledger in small steps that can be undone. Away in April and May.',
  },
  {
    login: 'ingrid',
    role: 'engineer',
    name: 'Ingrid Solberg',
    about: 'Payments. Reviews and writes documents most of the time, and thinks of who will read them.',
  },
  {
    login: 'noor',
    role: 'engineer',
    name: 'Noor Haddad',
    about: 'Payments, from 7 April. Curious, tests what others assume, and thanks those who showed the way.',
  },
  {
    login: 'marit',
    role: 'engineer',
    name: 'Marit Haugen',
    about: 'Billing. Invoices and ledger events; reads the contract before the code.',
  },
  {
    login: 'yaw',
    role: 'engineer',
    name: 'Yaw Mensah',
    about: "Billing. The portal's API and the public SDK; asks what the person calling will see.",
  },
  {
    login: 'lucia',
    role: 'engineer',
    name: 'Lucía Benavides',
    about: 'Platform. Deploys, permissions and secrets, in short and direct sentences.',
  },
  {
    login: 'arturs-k',
    role: 'engineer',
    name: 'Artūrs Kalniņš',
    about: "Platform. Metrics, alerts and the databases' machines. Takes the login `arturs` in March.",
  },
];

const others: readonly StoryPerson[] = [
  { login: 'mira', role: 'manager', name: 'Mira Lindqvist', about: 'Manager of the payments team.' },
  { login: 'graham', role: 'manager', name: 'Graham Ellery', about: 'Manager of the billing team.' },
  {
    login: 'wanjiru',
    role: 'manager',
    owner: true,
    name: 'Wanjiru Kamau',
    about: 'Manager of the platform team, and one of the two owners of the organisation.',
  },
  {
    login: 'hamza',
    role: 'owner',
    owner: true,
    name: 'Hamza Qureshi',
    about: 'Looks after security and accounts; the other owner. Nobody reports to Hamza.',
  },
  {
    login: 'fenna-v',
    role: 'outside',
    name: 'Fenna Visser',
    about:
      'Works for a merchant, uses the public SDK and sometimes mends it. No member here, so never in a report.',
  },
];

const bots: readonly StoryPerson[] = [
  { login: 'dependabot[bot]', role: 'bot', name: 'dependabot', about: 'Bumps dependencies.' },
  { login: 'harbour-release[bot]', role: 'bot', name: 'harbour-release', about: 'Writes release notes.' },
  { login: 'Copilot', role: 'bot', name: 'Copilot', about: 'A coding agent: works on what it is assigned.' },
];

export const people: readonly StoryPerson[] = [...engineers, ...others, ...bots];
