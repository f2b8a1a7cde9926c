import type { GitHub } from '../ports/github.ts';
import { openApp } from './app-side.ts';
import type { Clients } from './client.ts';
import { readSubject } from './gather.ts';
import { readPostedIssue } from './posted-issue.ts';
import { readOrganisation } from './organisation.ts';
import { readReaders, readRepository } from './readers.ts';
import { readRulesFile } from './rules-file.ts';
import { readSubjectsSince } from './since.ts';

/** The sides of GitHub that change nothing there, except that a delivery may be asked for again. */
export function openReading(clients: Clients): Pick<GitHub, 'app' | 'reading'> {
  return {
    app: openApp(clients),
    reading: {
      subject: (address) => readSubject(clients, address),
      subjectsSince: (repository, since) => readSubjectsSince(clients, repository, since),
      organisation: (installation, login) => readOrganisation(clients, installation, login),
      rulesFile: (installation, login) => readRulesFile(clients, installation, login),
      readers: (repository) => readReaders(clients, repository),
      repository: (installation, fullName) => readRepository(clients, installation, fullName),
      posted: (repository, number) => readPostedIssue(clients, repository, number),
    },
  };
}
