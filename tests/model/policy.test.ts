import { expect, test } from 'vitest';
import { isPolicy, POLICY, policyWith } from '../../src/model/policy.ts';

const built = policyWith("'sha256-aB+/9=' 'sha256-c='", "'sha256-d='");

test('[SE5] the policy that is built is known again, whatever its hashes', () => {
  expect(built.split('; ')).toHaveLength(POLICY.length);
  expect(built).toContain(
    "script-src 'sha256-aB+/9=' 'sha256-c='; style-src 'sha256-d='; img-src data: blob:"
  );
  expect(isPolicy(built)).toBe(true);
  expect(isPolicy(policyWith("'sha256-other='", "'sha256-e='"))).toBe(true);
});

test.each([
  ['a source more', built.replace('blob:', 'blob: https:')],
  ['a script from anywhere', built.replace("'sha256-c='", "'unsafe-inline'")],
  ['a misspelt word', built.replace("connect-src 'none'", "connect-src 'nnne'")],
  ['a part less', built.replace("; base-uri 'none'", '')],
  ['a part more', `${built}; frame-src *`],
  ['none at all', '']
])('[SE5] %s is not that policy', (_what, policy) => {
  expect(isPolicy(policy)).toBe(false);
});
