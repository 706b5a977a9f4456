using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Fields.Names;

namespace LeadFilter.Tests.Fields.Names;

[TestClass]
public sealed class FakeNamesTests
{
    private static readonly string[] Facts = ["test", "cartoon", "celebrity", "mash", "profane", "initial_only", "has_digits"];

    [TestMethod]
    [DataRow("first_name", "test", "test", "TEST", "Test1", "Tést", "Testing", "Tester", "test test", "Fake", "Dummy", "Sample", "Anonymous", "Unknown", "none", "N/A", "n/a", "firstname", "First")]
    [DataRow("last_name", "test", "test", "Testing", "LastName", "Surname", "Anonymous", "nobody", "blah", "n/a", "xyz", "abc123")]
    [DataRow("full_name", "test", "Test User", "John Test", "John Doe", "JANE DOE", "Jane Q. Public", "Max Mustermann", "First Last", "Mr. John Doe", "Doe, John", "no name", "n/a")]
    [DataRow("full_name", "cartoon", "Mickey Mouse", "MICKEY MOUSE", "Mickey J. Mouse", "Mouse, Mickey", "Mr. Mickey Mouse", "Homer Simpson", "Donald Duck", "Bugs Bunny", "Bart Simpson", "Harry Potter", "Santa Claus", "Obi-Wan Kenobi", "SpongeBob", "Winnie the Pooh", "Clark Kent", "James Bond")]
    [DataRow("first_name", "cartoon", "Mickey Mouse", "SpongeBob", "Superman", "Pikachu")]
    [DataRow("full_name", "celebrity", "Elvis Presley", "Donald J. Trump", "BARACK OBAMA", "Taylor Swift", "Adolf Hitler", "Jesus Christ", "Beyoncé Knowles", "Mr. Bill Gates")]
    [DataRow("first_name", "mash", "asdf", "Qwerty", "aaaa", "Bbb", "asdasd", "sdfghj", "dfgkjh", "hjkl", "lkjh", "zxcvb", "xxx", "wertyu", "fghfgh", "bcdfg", "qwer")]
    [DataRow("last_name", "mash", "asdf", "Sdf-sdf asdf", "mnbvcx", "kjhkjh")]
    [DataRow("last_name", "profane", "Fuck", "f*ck", "sh1t", "A$$hole", "Fuuuck", "Motherfucker", "Bitch", "dickhead", "Fuck-Face")]
    [DataRow("full_name", "profane", "Fuck You", "Eat Shit", "Hugh Jass", "Seymour Butts", "Dick Head", "John Asshole")]
    [DataRow("first_name", "initial_only", "J", "j.", "Á", "Ж.")]
    [DataRow("first_name", "has_digits", "J0hn", "John2", "123", "John 33rd1")]
    public void Fact_holds(string type, string fact, params string[] raws)
    {
        foreach (var raw in raws)
        {
            Assert.AreEqual("true", Find(type).Part(raw, fact), raw);
            Assert.AreEqual(fact is "initial_only" or "has_digits" && raw != "123" ? "false" : "true", Find(type).Part(raw, "fake"), raw);
        }
    }

    [TestMethod]
    [DataRow("first_name", "Dick Wang Bob Al Ng Xi Li Van Tu Bo Jo Phuc Bich Dung Anal Semen Titty Randy Gaylord Willy Kiki Lulu Coco Mimi Jojo Tintin Duc Dong")]
    [DataRow("first_name", "Hermione Bart Homer Mickey Minnie Donald Clark Elvis Adolf Jesus Barack Kanye Madonna Testimony Testa Nan Asa Ada Anna Hannah Otto Aaron")]
    [DataRow("first_name", "Siobhán Niamh Sgt Brynhildr Krzysztof Grzegorz Szczepan Zbigniew Przemysław Vlk Schyler Flynn Lynn Sky Rhys Ngozi Nkechi Mbali Wyn Brwyn Cwm")]
    [DataRow("last_name", "Null Testa Tester Sample Doe Mouse Duck Simpson Potter Trump Fuchs Dick Wang Cumming Cummings Kuntz Butt Butts Le O Ng Xi Na Foo Bar Last")]
    [DataRow("last_name", "Cock Cocks Hooker Coon Boner Wank Fuks Fuk Hancock Cockburn Dickinson Assante Titus Shitara Pornsawan Sexton Negro Lolita Gaylord Gay Koch")]
    [DataRow("last_name", "Doherty Flaherty Wert Ewert Trew Werth Goldschmidt Hirschsprung Schwartz Rothschild Knight Wright Strnd Smrk Krč Vlk Szczepański Schlesinger")]
    [DataRow("last_name", "Nguyễn Huỳnh Đặng Þórsdóttir Ødegård Łukaszewicz Hrdlička Čtvrtníček Brzezinski Mkrtchyan Ndlovu Mthembu Nkrumah Mnguni Hlongwane Tkach Szymczyk")]
    [DataRow("last_name", "Asadi Sadler Fasad Dasgupta Poirier Rewari Qureshi Power Tyree Ertug Iop Asare Kljajić Grgić Trstenjak Crnkovič Schmidt Hrvatin")]
    public void Real_names_are_not_fake(string type, string names)
    {
        foreach (var name in names.Split(' '))
        {
            var value = Find(type).Standardize(name);
            Assert.AreEqual("", string.Join(' ', FactsOf(Find(type), value).Where(fact => fact != "initial_only")), name);
        }
    }

    [TestMethod]
    [DataRow("Charlie Brown")]
    [DataRow("Peter Parker")]
    [DataRow("Michael Jordan")]
    [DataRow("Michael Jackson")]
    [DataRow("Lisa Mouse")]
    [DataRow("Jon Tester")]
    [DataRow("Jane Null")]
    [DataRow("Maria Testa")]
    [DataRow("Shi Ting")]
    [DataRow("Dick Butt")]
    [DataRow("Alan Cumming")]
    [DataRow("Wang Wei")]
    [DataRow("Ann O")]
    [DataRow("Phuc Dat Bich")]
    [DataRow("James Last")]
    [DataRow("George Washington")]
    [DataRow("John Smith 3rd")]
    [DataRow("Ada Sample")]
    [DataRow("李小龙")]
    [DataRow("Владимир Петров")]
    public void Real_whole_names_are_not_fake(string raw) =>
        Assert.AreEqual("", string.Join(' ', FactsOf(NameType.Full, NameType.Full.Standardize(raw))));

    private static IEnumerable<string> FactsOf(FieldType type, FieldValue value) =>
        Facts.Append("fake").Where(fact => type.Parts.Single(part => part.Name == fact).Read(in value, Reading.ReceivedAt).Number != 0);

    private static FieldType Find(string name) => FieldTypes.TryFind(name, out var type) ? type : throw new AssertFailedException($"No type '{name}'.");
}
