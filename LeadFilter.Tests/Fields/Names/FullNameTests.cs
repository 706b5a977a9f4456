using LeadFilter.Core.Fields.Names;

namespace LeadFilter.Tests.Fields.Names;

[TestClass]
public sealed class FullNameTests
{
    // salutation | first | middle | last | suffix
    [TestMethod]
    [DataRow("John Smith", "|John||Smith|")]
    [DataRow("John Q. Smith", "|John|Q.|Smith|")]
    [DataRow("Anne Marie Louise Smith", "|Anne|Marie Louise|Smith|")]
    [DataRow("Mr. John Smith", "Mr.|John||Smith|")]
    [DataRow("MRS JANE SMITH", "Mrs|Jane||Smith|")]
    [DataRow("Prof. Dr. Jane Smith", "Prof. Dr.|Jane||Smith|")]
    [DataRow("Mr. Smith", "Mr.|||Smith|")]
    [DataRow("Cher", "|Cher|||")]
    [DataRow("John Smith Jr.", "|John||Smith|Jr.")]
    [DataRow("John Smith, Jr.", "|John||Smith|Jr.")]
    [DataRow("John Smith III", "|John||Smith|III")]
    [DataRow("John Smith Jr. MD", "|John||Smith|Jr. MD")]
    [DataRow("Jane Smith, Ph.D.", "|Jane||Smith|Ph.D.")]
    [DataRow("John Smith 3rd", "|John||Smith|3rd")]
    [DataRow("Smith, John", "|John||Smith|")]
    [DataRow("Smith, John Q.", "|John|Q.|Smith|")]
    [DataRow("Smith, John Q., Jr.", "|John|Q.|Smith|Jr.")]
    [DataRow("De La Cruz, Maria", "|Maria||De La Cruz|")]
    [DataRow("Maria de la Cruz", "|Maria||de la Cruz|")]
    [DataRow("Vincent van Gogh", "|Vincent||van Gogh|")]
    [DataRow("Jan van der Berg", "|Jan||van der Berg|")]
    [DataRow("Oliver St. John", "|Oliver||St. John|")]
    [DataRow("José Ortega y Gasset", "|José||Ortega y Gasset|")]
    [DataRow("Maria Clara dos Santos", "|Maria|Clara|dos Santos|")]
    [DataRow("Van Morrison", "|Van||Morrison|")]
    [DataRow("Juan Carlos García López", "|Juan|Carlos García|López|")]
    [DataRow("Jean-Luc O'Brien-McDonald", "|Jean-Luc||O'Brien-McDonald|")]
    [DataRow("Dr. Jane Smith, MD", "Dr.|Jane||Smith|MD")]
    public void Name_is_split(string raw, string parts)
    {
        string[] names = ["salutation", "first", "middle", "last", "suffix"];

        Assert.AreEqual(parts, string.Join('|', names.Select(name => NameType.Full.Part(raw, name))).Replace("[missing]", "", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Parts_of_very_many_words_are_still_text_of_the_name()
    {
        var name = string.Join(' ', Enumerable.Range(0, 100).Select(i => (char)('A' + (i % 26)) + "nn"));

        Assert.AreEqual("Ann", NameType.Full.Part(name, "first"));
        Assert.IsTrue(name.EndsWith(NameType.Full.Part(name, "last"), StringComparison.Ordinal));
    }
}
