using LeadFilter.Core.Fields.Emails;

namespace LeadFilter.Tests.Fields.Emails;

[TestClass]
public sealed class EmailFactsTests
{
    [TestMethod]
    [DataRow("example.com", "com", "example.com")]
    [DataRow("mail.example.com", "com", "example.com")]
    [DataRow("mail.example.co.uk", "co.uk", "example.co.uk")]
    [DataRow("example.com.au", "com.au", "example.com.au")]
    [DataRow("a.b.example.k12.ca.us", "k12.ca.us", "example.k12.ca.us")]
    [DataRow("jane.github.io", "github.io", "jane.github.io")]
    [DataRow("a.b.ck", "b.ck", "a.b.ck")]
    [DataRow("b.ck", "b.ck", "[missing]")]
    [DataRow("www.ck", "ck", "www.ck")]
    [DataRow("mail.www.ck", "ck", "www.ck")]
    [DataRow("city.kobe.jp", "kobe.jp", "city.kobe.jp")]
    [DataRow("a.b.other.kobe.jp", "other.kobe.jp", "b.other.kobe.jp")]
    [DataRow("co.uk", "co.uk", "[missing]")]
    [DataRow("mail.shop.example", "example", "shop.example")]
    [DataRow("jane.xn--85x722f.xn--55qx5d.cn", "xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn")]
    public void Public_suffix_parts_the_domain(string domain, string tld, string site)
    {
        Assert.AreEqual(tld, EmailType.Instance.Part("jane@" + domain, "tld"));
        Assert.AreEqual(site, EmailType.Instance.Part("jane@" + domain, "site"));
    }

    [TestMethod]
    [DataRow("gmail.com", true)]
    [DataRow("GMX.de", true)]
    [DataRow("yahoo.co.uk", true)]
    [DataRow("comcast.net", true)]
    [DataRow("icloud.com", true)]
    [DataRow("proton.me", true)]
    [DataRow("mail.ru", true)]
    [DataRow("qq.com", true)]
    [DataRow("microsoft.com", false)]
    [DataRow("example.com", false)]
    [DataRow("mailinator.com", false)]
    public void Free_is_where_anybody_can_have_a_mailbox(string domain, bool holds) => Is("free", "jane@" + domain, holds);

    [TestMethod]
    [DataRow("mailinator.com", true)]
    [DataRow("YOPMAIL.com", true)]
    [DataRow("guerrillamail.com", true)]
    [DataRow("10minutemail.com", true)]
    [DataRow("temp-mail.org", true)]
    [DataRow("throwawaymail.com", true)]
    [DataRow("inbox.mailinator.com", true)]
    [DataRow("a.b.c.mailinator.com", true)]
    [DataRow("jane.33mail.com", true)]
    [DataRow("mailinator.example", false)]
    [DataRow("mailinator.com.example.com", false)]
    [DataRow("gmail.com", false)]
    [DataRow("duck.com", false)]
    [DataRow("privaterelay.appleid.com", false)]
    [DataRow("example.com", false)]
    [DataRow("angi.com", false)]
    [DataRow("news.uhd.edu", false)]
    [DataRow("berkshirehealthcare.nhs.uk", false)]
    public void Disposable_is_a_throw_away_service_or_below_one(string domain, bool holds) => Is("disposable", "jane@" + domain, holds);

    [TestMethod]
    [DataRow("info", true)]
    [DataRow("Sales", true)]
    [DataRow("admin", true)]
    [DataRow("no-reply", true)]
    [DataRow("noreply", true)]
    [DataRow("donotreply", true)]
    [DataRow("support+ticket", true)]
    [DataRow("postmaster", true)]
    [DataRow("webmaster", true)]
    [DataRow("office", true)]
    [DataRow("hr", true)]
    [DataRow("jane", false)]
    [DataRow("infoman", false)]
    [DataRow("brand", false)]
    [DataRow("sem", false)]
    [DataRow("salesman.joe", false)]
    public void Role_is_an_office_and_no_person(string user, bool holds) => Is("role", user + "@example.com", holds);

    [TestMethod]
    [DataRow("asdf", true)]
    [DataRow("asdf123", true)]
    [DataRow("qwerty1", true)]
    [DataRow("qwertyuiop", true)]
    [DataRow("aaaa", true)]
    [DataRow("asdasd", true)]
    [DataRow("sdfsdfsdf", true)]
    [DataRow("abababab", true)]
    [DataRow("zxcv.zxcv", true)]
    [DataRow("lkjhgf", true)]
    [DataRow("dfgkjhdfs", true)]
    [DataRow("asdf+tag", true)]
    [DataRow("bcdfghjklm", true)]
    [DataRow("jdoherty", false)]
    [DataRow("john.asdf", false)]
    [DataRow("jrdnsmth", false)]
    [DataRow("schwarzenegger", false)]
    [DataRow("rtschmidt", false)]
    [DataRow("aschwartz", false)]
    [DataRow("lulu", false)]
    [DataRow("tintin", false)]
    [DataRow("mmm", false)]
    [DataRow("jkl", false)]
    [DataRow("x", false)]
    [DataRow("1234", false)]
    [DataRow("wright99", false)]
    public void Mash_is_a_user_name_of_random_letters(string user, bool holds) => Is("mash", user + "@example.com", holds);

    private static void Is(string part, string raw, bool holds) => Assert.AreEqual(holds ? "true" : "false", EmailType.Instance.Part(raw, part), raw);
}
