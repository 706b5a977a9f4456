using System.Text;
using LeadFilter.Http.Requests;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class VendorKeyTests
{
    [TestMethod]
    [DataRow("Bearer acme-demo-key")]
    [DataRow("bearer  acme-demo-key ")]
    [DataRow("Basic dmVuZG9yOmFjbWUtZGVtby1rZXk=", DisplayName = "Basic, vendor:acme-demo-key")]
    [DataRow("basic OmFjbWUtZGVtby1rZXk=", DisplayName = "Basic, :acme-demo-key")]
    public void A_key_is_read_from_authorization(string authorization)
    {
        Assert.IsTrue(VendorKey.TryRead(TestRequest.With(("Authorization", authorization)), out var key));
        Assert.AreEqual("acme-demo-key", key);
    }

    [TestMethod]
    public void A_key_is_read_from_its_own_header()
    {
        Assert.IsTrue(VendorKey.TryRead(TestRequest.With(("X-Api-Key", "acme-demo-key")), out var key));
        Assert.AreEqual("acme-demo-key", key);
    }

    [TestMethod]
    public void A_password_may_hold_colons()
    {
        Assert.IsTrue(VendorKey.TryRead(TestRequest.With(("Authorization", Basic("acme", "a:b:c"))), out var key));
        Assert.AreEqual("a:b:c", key);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("Bearer")]
    [DataRow("Bearer ")]
    [DataRow("Bearer two words")]
    [DataRow("Bearer clé")]
    [DataRow("acme-demo-key")]
    [DataRow("Digest username=\"acme\"")]
    [DataRow("Basic")]
    [DataRow("Basic ***")]
    [DataRow("Basic YWNtZQ==", DisplayName = "Basic without a colon")]
    [DataRow("Basic YWNtZTo=", DisplayName = "Basic with an empty password")]
    [DataRow("Basic OsOp", DisplayName = "Basic with a password beyond ASCII")]
    public void What_is_no_key_is_a_miss(string authorization)
    {
        Assert.IsFalse(VendorKey.TryRead(TestRequest.With(("Authorization", authorization)), out var key));
        Assert.IsNull(key);
    }

    [TestMethod]
    public void No_key_is_a_miss() => Assert.IsFalse(VendorKey.TryRead(TestRequest.With(), out _));

    [TestMethod]
    [DataRow(512, true)]
    [DataRow(513, false)]
    [DataRow(100_000, false)]
    public void A_key_has_at_most_512_characters(int length, bool read)
    {
        var sent = new string('k', length);

        Assert.AreEqual(read, VendorKey.TryRead(TestRequest.With(("Authorization", "Bearer " + sent)), out _));
        Assert.AreEqual(read, VendorKey.TryRead(TestRequest.With(("Authorization", Basic("acme", sent))), out _));
        Assert.AreEqual(read, VendorKey.TryRead(TestRequest.With(("X-Api-Key", sent)), out _));
    }

    [TestMethod]
    public void The_same_key_sent_in_two_ways_is_read()
    {
        Assert.IsTrue(VendorKey.TryRead(TestRequest.With(("Authorization", Basic("x", "k1")), ("X-Api-Key", "k1")), out var key));
        Assert.AreEqual("k1", key);
    }

    [TestMethod]
    [DataRow("Authorization", "Bearer k1", "X-Api-Key", "k2", DisplayName = "two keys")]
    [DataRow("Authorization", "Digest k1", "X-Api-Key", "k1", DisplayName = "an unknown scheme beside a key")]
    [DataRow("Authorization", "Bearer k1", "X-Api-Key", "", DisplayName = "an empty key beside a key")]
    [DataRow("Authorization", "Bearer k1", "Authorization", "Bearer k1", DisplayName = "the same header twice")]
    [DataRow("X-Api-Key", "k1", "X-Api-Key", "k1", DisplayName = "the other header twice")]
    public void Keys_that_conflict_are_a_miss(string first, string firstValue, string second, string secondValue) =>
        Assert.IsFalse(VendorKey.TryRead(TestRequest.With((first, firstValue), (second, secondValue)), out _));

    private static string Basic(string user, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
}
