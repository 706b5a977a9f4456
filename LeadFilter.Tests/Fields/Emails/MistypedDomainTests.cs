using LeadFilter.Core.Data;
using LeadFilter.Core.Fields.Emails;

namespace LeadFilter.Tests.Fields.Emails;

[TestClass]
public sealed class MistypedDomainTests
{
    [TestMethod]
    [DataRow("gmail.com", "gmial.com gmal.com gmai.com gmil.com gmaill.com gamil.com gnail.com gmsil.com gmeil.com gail.com hmail.com mgail.com ggmail.com gmaul.com")]
    [DataRow("gmail.com", "gmail.co gmail.cm gmail.om gmail.con gmail.comm gmail.cmo gmail.ocm gmail.vom gmail.xom gmailc.om gmail.com.com gmailcom.com gmail.net")]
    [DataRow("gmail.com", "gmial.con gamil.co gnail.comm")]
    [DataRow("yahoo.com", "yaho.com yahooo.com yhoo.com yahho.com yaoo.com ahoo.com yhaoo.com tahoo.com uahoo.com yahoi.com yahoo.co yahoo.con yahoo.cm yahoocom.com")]
    [DataRow("hotmail.com", "hotmial.com hotmai.com hotmal.com hotmil.com homail.com hotmaill.com hotnail.com hormail.com hotmali.com hotmail.co hotmail.con")]
    [DataRow("outlook.com", "outlok.com outloo.com outllok.com outlook.con outlook.cm otulook.com ootlook.com iutlook.com")]
    [DataRow("icloud.com", "iclod.com icoud.com icloid.com icloud.con icould.com")]
    [DataRow("aol.com", "aol.con aol.cmo aol.co aoll.com")]
    [DataRow("comcast.net", "comcast.ent comcast.nte comcast.con comcst.net comast.net comcasr.net concast.net")]
    [DataRow("verizon.net", "verison.net verizn.net verizon.met")]
    [DataRow("sbcglobal.net", "sbcgloba.net sbcglobl.net scbglobal.net")]
    [DataRow("att.net", "att.nte att.ner att.ent")]
    [DataRow("hotmail.co.uk", "hotmial.co.uk hotmal.co.uk")]
    [DataRow("yahoo.co.uk", "yaho.co.uk yahooo.co.uk")]
    [DataRow("hotmail.fr", "hotmial.fr hotmai.fr")]
    public void Error_in_a_well_known_domain_is_found(string meant, string typed)
    {
        foreach (var domain in typed.Split(' '))
        {
            Assert.AreEqual("true", EmailType.Instance.Part("bob@" + domain, "mistyped"), domain);
            Assert.AreEqual("bob@" + meant, EmailType.Instance.Part("Bob@" + domain, "suggestion"), domain);
        }
    }

    [TestMethod]
    [DataRow("mail.com email.com ymail.com gmx.com gmx.net usa.com inbox.com hushmail.com fastmail.com zoho.com mail.ru bk.ru")]
    [DataRow("hotmail.co.uk hotmail.ca hotmail.de hotmail.dk hotmail.es live.co.uk live.ca outlook.de outlook.fr outlook.es outlook.jp msn.com")]
    [DataRow("yahoo.ca yahoo.fr yahoo.de yahoo.co.in yahoo.co.id yahoo.co.jp yahoo.jp yahoo.com.br yahoo.com.mx yahoo.com.ar myyahoo.com")]
    [DataRow("cloud.com rodgers.com chapter.net live.cm ao.com gomail.com sky.co att.com cox.com charter.com mac.co me.co rr.com")]
    [DataRow("example.com acme.co microsoft.com apple.com google.com gmailer.io goo.gl mailgun.org yammer.com outloud.com tacloud.com")]
    [DataRow("orange.com free.com juno.org rogers.ca telus.com bell.net shaw.com sympatico.com wahoo.com yazoo.com yoho.org kahoot.com")]
    public void Real_domain_near_one_is_left_alone(string domains)
    {
        foreach (var domain in domains.Split(' '))
        {
            Assert.AreEqual("false", EmailType.Instance.Part("bob@" + domain, "mistyped"), domain);
            Assert.AreEqual("[missing]", EmailType.Instance.Part("bob@" + domain, "suggestion"), domain);
        }
    }

    [TestMethod]
    public void No_well_known_domain_is_mistyped_or_disposable()
    {
        foreach (var domain in WellKnownDomain.All)
        {
            Assert.IsNull(MistypedDomains.Meant(domain.Name), domain.Name);
            Assert.IsFalse(MailDomains.IsDisposable(domain.Name), domain.Name);
        }
    }

    [TestMethod]
    public void No_free_domain_is_mistyped_or_disposable()
    {
        foreach (var domain in new EmbeddedFile("free-mail-domains.txt").ReadLines())
        {
            Assert.IsNull(MistypedDomains.Meant(domain), domain);
            Assert.IsFalse(MailDomains.IsDisposable(domain), domain);
        }
    }
}
