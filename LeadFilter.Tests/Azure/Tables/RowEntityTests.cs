using Azure;
using Azure.Data.Tables;
using LeadFilter.Functions.Tables;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Azure.Tables;

[TestClass]
public sealed class RowEntityTests
{
    private static readonly DateTimeOffset Summer1969 = new(1969, 7, 20, 16, 17, 40, TimeSpan.FromHours(-4));

    [TestMethod]
    public void Text_of_32000_characters_is_one_property() =>
        Assert.HasCount(3, RowEntity.Write(new Row("p", "r").Set("Record", new string('a', 32_000))).Keys);

    [TestMethod]
    public void Longer_text_goes_on_in_numbered_properties()
    {
        var entity = RowEntity.Write(new Row("p", "r").Set("Record", new string('a', 32_000) + new string('b', 32_000) + "c"));

        Assert.AreEqual(new string('a', 32_000), entity["Record"]);
        Assert.AreEqual(new string('b', 32_000), entity["Record_1"]);
        Assert.AreEqual("c", entity["Record_2"]);
    }

    [TestMethod]
    public void Text_is_never_split_within_a_character()
    {
        var text = new string('a', 31_999) + "😀b";
        var entity = RowEntity.Write(new Row("p", "r").Set("Record", text));

        Assert.AreEqual("😀b", entity["Record_1"]);
        Assert.AreEqual(text, Back(entity).Text("Record"));
    }

    [TestMethod]
    public void Lone_surrogate_becomes_the_replacement_character() =>
        Assert.AreEqual("a\uFFFDb", RowEntity.Write(new Row("p", "r").Set("Text", "a\uD800b"))["Text"]);

    [TestMethod]
    public void Time_is_stored_in_utc() =>
        Assert.AreEqual(TimeSpan.Zero, ((DateTimeOffset)RowEntity.Write(new Row("p", "r").Set("At", Summer1969))["At"]).Offset);

    [TestMethod]
    public void Time_before_1601_comes_back()
    {
        var early = new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero);
        var entity = RowEntity.Write(new Row("p", "r").Set("At", early));

        Assert.IsFalse(entity.ContainsKey("At"));
        Assert.IsTrue(Back(entity).TryGet<DateTimeOffset>("At", out var at));
        Assert.AreEqual(early, at);
    }

    [TestMethod]
    public void Time_that_comes_back_as_a_DateTime_is_utc()
    {
        var entity = new TableEntity("p", "r") { ETag = new ETag("W/\"1\"") };
        entity.Add("At", Summer1969.UtcDateTime);

        Assert.IsTrue(RowEntity.Read(entity).TryGet<DateTimeOffset>("At", out var at));
        Assert.AreEqual(Summer1969, at);
    }

    [TestMethod]
    public void Double_that_comes_back_as_a_whole_number_is_a_double()
    {
        var entity = new TableEntity("p", "r") { ETag = new ETag("W/\"1\"") };
        entity.Add("Price", 12);

        Assert.IsTrue(RowEntity.Read(entity).TryGet<double>("Price", out var price));
        Assert.AreEqual(12.0, price);
    }

    [TestMethod]
    public void Property_of_the_store_is_none_of_the_row()
    {
        var entity = new TableEntity("p", "r") { ETag = new ETag("W/\"1\""), Timestamp = Summer1969 };
        entity.Add("odata.metadata", "x");

        Assert.IsEmpty(RowEntity.Read(entity).Properties);
    }

    [TestMethod]
    public void Etag_is_kept_as_the_store_gave_it() =>
        Assert.AreEqual("W/\"1\"", Back(new TableEntity("p", "r")).ETag);

    private static Row Back(TableEntity entity)
    {
        entity.ETag = new ETag("W/\"1\"");
        return RowEntity.Read(entity);
    }
}
