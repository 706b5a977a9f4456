using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Tables;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class RowPropertiesTests
{
    [TestMethod]
    public void Properties_are_kept_so_that_an_operator_can_read_them()
    {
        var row = new Row("p", "r")
            .Set("Outcome", "Zoë <b> & 'q' \"d\" 😀")
            .Set("IsTest", false)
            .Set("Attempts", 12L)
            .Set("Price", 12.0)
            .Set("At", new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.FromHours(-5)).AddTicks(1))
            .Set("Score", double.NaN);

        Assert.AreEqual(
            """{"Outcome":"Zoë <b> & 'q' \"d\" \uD83D\uDE00","IsTest":false,"Attempts":12,"Price":12.0,"At":{"time":"2026-11-01T08:30:00.0000001-05:00"},"Score":{"double":"NaN"}}""",
            Encoding.UTF8.GetString(RowProperties.Write(row)));
    }

    [TestMethod]
    public void Time_keeps_its_offset()
    {
        var time = new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.FromMinutes(-330)).AddTicks(1);

        Assert.IsTrue(RoundTrip(time) is DateTimeOffset back && back.EqualsExact(time));
    }

    [TestMethod]
    public void Properties_keep_their_order()
    {
        var row = new Row("p", "r").Set("C", 1L).Set("A", 2L).Set("B", 3L);
        var back = new Row("p", "r");

        RowProperties.Read(RowProperties.Write(row), back);

        Assert.AreEqual("C A B", string.Join(' ', back.Properties.Select(property => property.Key)));
    }

    [TestMethod]
    public void Lone_surrogate_becomes_the_replacement_character() => Assert.AreEqual("a\uFFFDb", RoundTrip("a\uD800b"));

    [TestMethod]
    public void Any_text_comes_back() => Check.One(PropertyCases.Of(), 
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => Equals(RoundTrip(text.Get), Sound(text.Get))));

    [TestMethod]
    public void Any_long_comes_back() => Check.One(PropertyCases.Of(), 
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), number => Equals(RoundTrip(number), number)));

    [TestMethod]
    public void Any_double_comes_back() => Check.One(PropertyCases.Of(), 
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), number => RoundTrip(number) is double back && back.Equals(number)));

    [TestMethod]
    public void Any_time_comes_back() => Check.One(PropertyCases.Of(), 
        Prop.ForAll(ArbMap.Default.ArbFor<DateTimeOffset>(), time => RoundTrip(time) is DateTimeOffset back && back.EqualsExact(time)));

    private static object RoundTrip(object value)
    {
        var row = new Row("p", "r");
        RowProperties.Read(RowProperties.Write(new Row("p", "r").Set("Value", value)), row);
        return row.Properties.Single().Value;
    }

    // What UTF-8 can express.
    private static string Sound(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
