import { describe, expect, it } from 'vitest';
import { addressOf, articleOf, geoOf, telOf } from './address';

describe('an address', () => {
  it('is followed only on the web and to own article pages', () => {
    expect(addressOf('https://bakery.example/rye')).toBe('https://bakery.example/rye');
    expect(addressOf('/p/0198c0de-rye')).toBe('/p/0198c0de-rye');
    expect(addressOf('javascript:alert(1)')).toBeUndefined();
    expect(addressOf('/you')).toBeUndefined();
  });

  it('of an own article page is known with and without this server', () => {
    expect(articleOf('https://parley.example/p/0198c0de', 'https://parley.example')).toBe('0198c0de');
    expect(articleOf('https://other.example/p/0198c0de', 'https://parley.example')).toBeNull();
  });

  it('calls numbers and shows places', () => {
    expect(telOf('+44 (20) 7946-0018')).toBe('tel:+442079460018');
    expect(geoOf(51.5033273, -0.1195537)).toBe('geo:51.503327,-0.119554?q=51.503327,-0.119554');
  });
});
