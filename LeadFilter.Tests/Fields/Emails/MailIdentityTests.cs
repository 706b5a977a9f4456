using LeadFilter.Core.Fields.Emails;

namespace LeadFilter.Tests.Fields.Emails;

/// <summary>Which addresses are one mailbox.</summary>
[TestClass]
public sealed class MailIdentityTests
{
    [TestMethod]
    [DataRow("Jane.Doe@Gmail.com", "janedoe@gmail.com")]
    [DataRow("j.a.n.e+solar@gmail.com", "jane@gmail.com")]
    [DataRow("jane+a+b@gmail.com", "jane@gmail.com")]
    [DataRow("jane@googlemail.com", "jane@gmail.com")]
    [DataRow("jane-doe@gmail.com", "jane-doe@gmail.com")]
    [DataRow("_+tag@gmail.com", "_@gmail.com")]
    [DataRow("jane+@gmail.com", "jane@gmail.com")]
    [DataRow("Jane.Doe+x@outlook.com", "jane.doe@outlook.com")]
    [DataRow("jane+x@hotmail.co.uk", "jane@hotmail.co.uk")]
    [DataRow("jane+x@live.com", "jane@live.com")]
    [DataRow("jane+x@msn.com", "jane@msn.com")]
    [DataRow("jane_doe+x@icloud.com", "jane_doe@icloud.com")]
    [DataRow("jane@me.com", "jane@icloud.com")]
    [DataRow("jane.d@mac.com", "jane.d@icloud.com")]
    [DataRow("jane-shop@yahoo.com", "jane@yahoo.com")]
    [DataRow("jane-shop@yahoo.co.uk", "jane@yahoo.co.uk")]
    [DataRow("jane.doe@yahoo.com", "jane.doe@yahoo.com")]
    [DataRow("jane+x@yahoo.com", "jane+x@yahoo.com")]
    [DataRow("jane-x@ymail.com", "jane@ymail.com")]
    [DataRow("Jane.D_o-e+x@protonmail.com", "janedoe@proton.me")]
    [DataRow("janedoe@pm.me", "janedoe@proton.me")]
    [DataRow("...@pm.me", null)]
    [DataRow("--_@pm.me", "--_@proton.me")]
    [DataRow("jane+x@fastmail.com", "jane@fastmail.com")]
    [DataRow("shop@jane.fastmail.com", "jane@fastmail.com")]
    [DataRow("shop@a.jane.fastmail.com", "shop@a.jane.fastmail.com")]
    [DataRow("jane+x@ya.ru", "jane@yandex.ru")]
    [DataRow("jane+x@posteo.de", "jane@posteo.de")]
    [DataRow("jane+x@example.com", "jane+x@example.com")]
    [DataRow("mary-ann.o@example.com", "mary-ann.o@example.com")]
    public void Identity_drops_what_the_provider_ignores(string raw, string? identity)
    {
        if (identity is null)
        {
            Assert.IsFalse(EmailType.Instance.Standardize(raw).IsValid);
        }
        else
        {
            Assert.AreEqual(identity, EmailType.Instance.Part(raw, "identity"));
        }
    }

    [TestMethod]
    [DataRow("jane+solar@example.com", "solar")]
    [DataRow("jane+a+b@gmail.com", "a+b")]
    [DataRow("jane-shop@yahoo.com", "shop")]
    [DataRow("jane-shop@gmail.com", "[missing]")]
    [DataRow("jane+shop@yahoo.com", "[missing]")]
    [DataRow("jane@gmail.com", "[missing]")]
    [DataRow("+jane@gmail.com", "[missing]")]
    [DataRow("jane+@gmail.com", "[missing]")]
    public void Tag_stands_after_the_providers_mark(string raw, string tag) => Assert.AreEqual(tag, EmailType.Instance.Part(raw, "tag"));

    [TestMethod]
    [DataRow("jane.doe+a@gmail.com")]
    [DataRow("jane-a@yahoo.com")]
    [DataRow("a.b-c_d+e@pm.me")]
    [DataRow("x@jane.fastmail.com")]
    [DataRow("jane@mac.com")]
    [DataRow("jane+x@example.com")]
    public void Identity_of_an_identity_is_itself(string raw)
    {
        var identity = EmailType.Instance.Part(raw, "identity");

        Assert.AreEqual(identity, EmailType.Instance.Part(identity, "identity"));
    }
}
