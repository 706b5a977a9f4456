using LeadFilter.Http.Requests;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class IdempotencyKeyTests
{
    [TestMethod]
    [DataRow("8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [DataRow("\"quoted\"")]
    [DataRow("!~")]
    public void A_key_is_read(string sent)
    {
        Assert.IsTrue(IdempotencyKey.TryRead(TestRequest.With(("Idempotency-Key", sent)), out var key, out var problem));
        Assert.AreEqual(sent, key);
        Assert.IsNull(problem);
    }

    [TestMethod]
    public void A_request_needs_no_key()
    {
        Assert.IsTrue(IdempotencyKey.TryRead(TestRequest.With(), out var key, out _));
        Assert.IsNull(key);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("two words")]
    [DataRow("clé")]
    [DataRow("a\tb")]
    public void What_is_no_key_is_a_400(string sent)
    {
        Assert.IsFalse(IdempotencyKey.TryRead(TestRequest.With(("Idempotency-Key", sent)), out var key, out var problem));
        Assert.IsNull(key);
        Assert.AreEqual(400, problem.Status);
        Assert.AreEqual("Idempotency-Key", problem.Field);
    }

    [TestMethod]
    [DataRow(255, true)]
    [DataRow(256, false)]
    public void A_key_has_at_most_255_characters(int length, bool read) =>
        Assert.AreEqual(read, IdempotencyKey.TryRead(TestRequest.With(("Idempotency-Key", new('k', length))), out _, out _));

    [TestMethod]
    public void Two_keys_are_a_400()
    {
        Assert.IsFalse(IdempotencyKey.TryRead(TestRequest.With(("Idempotency-Key", "k"), ("Idempotency-Key", "k")), out _, out var problem));
        Assert.AreEqual(400, problem.Status);
    }
}
