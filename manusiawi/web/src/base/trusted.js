// The one door for scripts that a page loads later: only addresses of the site's own host pass it.
// Where the browser knows Trusted Types, the site's policy lets no other door be made (manusiawi/render/policy.py).

const rules = {
  /** @param {string} address */
  createScriptURL(address) {
    const whole = new URL(address, location.href);
    if (whole.protocol !== location.protocol || whole.host !== location.host) throw new TypeError(address);
    return whole.href;
  },
};
let door = /** @type {typeof rules | null} */ (null);

/**
 * The address of a script in the form that the browser asks for; throws for one on another host.
 * @param {string} address
 * @returns {string} in fact a TrustedScriptURL, where the browser knows it
 */
export function trusted(address) {
  const known = /** @type {any} */ (self).trustedTypes;
  door = door || (known ? known.createPolicy(SCRIPT_POLICY, rules) : rules);
  return /** @type {typeof rules} */ (door).createScriptURL(address);
}
