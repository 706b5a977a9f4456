using LeadFilter.Core.Fields.Web;

namespace LeadFilter.Tests.Fields.Web;

[TestClass]
public sealed class TrustedFormTypeTests
{
    private const string Id = "eb9fc4dd9bed9ad451a5648946cf4bf09b5bb947";
    private const string MobileId = "11NgkzK_mroUbOD1-x66NigDliU1kdvbaCtLGvyja1K80vU1sKh9grlwP78vzKSp4ncwAfJAlNPNVY8f";
    private const string PingId = "0.HJDqajg8vVF20hwiDBJ92kct5idepgBM4vHylmh43k.uOjUbzs7aKNUWivkGh7I9Q.50hgmcLFsDabNx1wtZZPdQ";

    [TestMethod]
    [DataRow("https://cert.trustedform.com/" + Id, "https://cert.trustedform.com/" + Id)]
    [DataRow(" HTTPS://Cert.TrustedForm.com:443/EB9FC4DD9BED9AD451A5648946CF4BF09B5BB947/ ", "https://cert.trustedform.com/" + Id)]
    [DataRow("cert.trustedform.com/" + Id, "https://cert.trustedform.com/" + Id)]
    [DataRow("https://cert.trustedform.com/" + Id + "?shared_token=abc#x", "https://cert.trustedform.com/" + Id)]
    [DataRow("https://ping.trustedform.com/" + Id, "https://ping.trustedform.com/" + Id)]
    [DataRow("https://ping.trustedform.com/" + PingId, "https://ping.trustedform.com/" + PingId)]
    [DataRow("https://cert.trustedform.com/" + MobileId, "https://cert.trustedform.com/" + MobileId)]
    public void One_certificate_is_one_text(string raw, string canonical) => Assert.AreEqual(canonical, TrustedFormType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("http://facebook.com/x", "not an address of TrustedForm")]
    [DataRow("http://cert.trustedform.com/" + Id, "not an address of TrustedForm")]
    [DataRow("https://cert.trustedform.com.evil.example/" + Id, "not an address of TrustedForm")]
    [DataRow("https://evil.example/cert.trustedform.com/" + Id, "not an address of TrustedForm")]
    [DataRow("https://cert.trustedform.com:8443/" + Id, "not an address of TrustedForm")]
    [DataRow("https://cert.trustedform.com@evil.example/" + Id, "holds a user name")]
    [DataRow("https://cert.trustedform.com/", "not the id of a certificate")]
    [DataRow("https://cert.trustedform.com/asdfasdfasdf", "not the id of a certificate")]
    [DataRow("https://cert.trustedform.com/zb9fc4dd9bed9ad451a5648946cf4bf09b5bb947", "not the id of a certificate")]
    [DataRow("https://cert.trustedform.com/" + Id + "/pages", "not the id of a certificate")]
    [DataRow("https://cert.trustedform.com/" + PingId, "not the id of a certificate")]
    [DataRow("undefined", "not a host name")]
    public void What_is_no_certificate_says_why(string raw, string why) => Assert.AreEqual($"[{why}]", TrustedFormType.Instance.Canonical(raw));

    [TestMethod]
    public void Its_parts_are_the_id_and_the_host()
    {
        Assert.AreEqual(Id, TrustedFormType.Instance.Part($"https://cert.trustedform.com/{Id.ToUpperInvariant()}?x=1", "id"));
        Assert.AreEqual("ping.trustedform.com", TrustedFormType.Instance.Part($"https://ping.trustedform.com/{PingId}", "host"));
    }
}
