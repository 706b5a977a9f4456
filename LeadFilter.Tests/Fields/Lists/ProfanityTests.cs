using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Tests.Fields.Lists;

[TestClass]
public sealed class ProfanityTests
{
    [TestMethod]
    [DataRow("fuck")]
    [DataRow("Fuck off!")]
    [DataRow("what the FUCK")]
    [DataRow("f*ck")]
    [DataRow("sh*t")]
    [DataRow("c*nt")]
    [DataRow("sh1t")]
    [DataRow("a$$hole")]
    [DataRow("b!tch")]
    [DataRow("@sshole")]
    [DataRow("fuuuuck")]
    [DataRow("shiiit")]
    [DataRow("(shit)")]
    [DataRow("bullshit.")]
    [DataRow("you motherfucker")]
    [DataRow("fück")]
    public void Obscene_words_are_found_also_disguised(string text) => Assert.IsTrue(Profanity.IsObscene(text));

    [TestMethod]
    [DataRow("Scunthorpe")]
    [DataRow("Cockburn Road")]
    [DataRow("Essex and Sussex")]
    [DataRow("assess the class")]
    [DataRow("Penistone")]
    [DataRow("shitake")]
    [DataRow("Hancock")]
    [DataRow("my analysis of a title")]
    [DataRow("niggardly")]
    [DataRow("4.5 * 3 = 13.5")]
    [DataRow("****")]
    [DataRow("$100 $$$")]
    [DataRow("555 1337")]
    [DataRow("as")]
    [DataRow("")]
    public void Other_words_are_not(string text) => Assert.IsFalse(Profanity.IsObscene(text));
}
