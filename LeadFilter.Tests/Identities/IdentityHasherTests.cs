using System.Security.Cryptography;
using LeadFilter.Pipeline.Identities;

namespace LeadFilter.Tests.Identities;

[TestClass]
public sealed class IdentityHasherTests
{
    [TestMethod]
    public void Hash_is_keyed_with_the_secret_of_its_installation_whoever_hashed_before()
    {
        var (one, other) = (Secret(1), Secret(2));
        var (ofOne, ofOther) = (new IdentityHasher(one), new IdentityHasher(other));

        string[] hashes = [ofOne.Keyed("ab"), ofOther.Keyed("ab"), ofOne.Keyed("ab"), ofOne.Keyed("ab")];

        CollectionAssert.AreEqual(new[] { Expected(one), Expected(other), Expected(one), Expected(one) }, hashes);
    }

    private static byte[] Secret(byte filling)
    {
        var secret = new byte[IdentityHasher.MinSecretLength];
        Array.Fill(secret, filling);
        return secret;
    }

    // The text's length in four bytes, the lowest first, and the text.
    private static string Expected(byte[] secret) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, new byte[] { 2, 0, 0, 0, (byte)'a', (byte)'b' }));
}
