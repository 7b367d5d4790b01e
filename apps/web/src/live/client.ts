import { cacheExchange, Client, fetchExchange } from 'urql';

/** A client with an empty cache; a new one is made whenever someone signs in or out, so that nobody sees another's answers. */
export function makeClient(): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    requestPolicy: 'cache-and-network',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
  });
}
