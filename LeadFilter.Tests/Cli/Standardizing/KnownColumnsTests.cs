using LeadFilter.Http.Rows;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Tests.Cli.Standardizing;

[TestClass]
public sealed class KnownColumnsTests
{
    [TestMethod]
    public void Every_alias_stands_for_a_standard_field_and_hides_none()
    {
        var names = StandardFields.All.Select(field => field.Name).ToHashSet();

        foreach (var (alias, name) in OtherNames.All)
        {
            Assert.Contains(name, names);
            Assert.DoesNotContain(alias, names);
            Assert.AreEqual(name, KnownColumns.Find(alias)?.Name);
        }
    }

    [TestMethod]
    public void Every_standard_field_is_found_by_its_name_in_words()
    {
        foreach (var field in StandardFields.All)
        {
            Assert.AreEqual(field, KnownColumns.Find(field.Name.Replace('_', ' ').ToUpperInvariant()));
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("notes")]
    [DataRow("name")]
    [DataRow("address")]
    public void A_name_that_tells_nothing_is_no_field(string name) => Assert.IsNull(KnownColumns.Find(name));
}
