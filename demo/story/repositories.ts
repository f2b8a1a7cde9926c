import { inventedRepository } from '../invented/build.ts';
import type { StoryRepository } from './story.ts';

const everyTeam: readonly string[] = ['payments', 'billing', 'platform'];

export const repositories: readonly StoryRepository[] = [
  {
    name: inventedRepository.name,
    visibility: 'private',
    teams: everyTeam,
    description: 'Takes payments for merchants, pays them out, and keeps the ledger. Go.',
  },
  {
    name: 'ledger-events',
    visibility: 'private',
    teams: ['billing', 'payments'],
    description: 'The format of ledger events, and the consumers that turn them into invoices. Go.',
  },
  {
    name: 'merchant-portal-api',
    visibility: 'private',
    teams: ['billing', 'payments'],
    description: 'What the merchant portal calls: statements, invoices, users and roles. TypeScript.',
  },
  {
    name: 'platform-infra',
    visibility: 'private',
    teams: everyTeam,
    description: 'Clusters, databases, certificates, dashboards and alerts that all teams share. Terraform.',
  },
  {
    name: 'harbour-sdk-node',
    visibility: 'public',
    teams: ['billing', 'payments'],
    description: 'The SDK for Node that merchants install, on top of the typed client of the payments API.',
  },
  {
    name: '.github',
    visibility: 'private',
    teams: ['platform'],
    description: 'What all repositories share, and the rules of Groundwork.',
  },
];
