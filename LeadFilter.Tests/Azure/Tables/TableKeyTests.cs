using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Functions.Tables;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Azure.Tables;

[TestClass]
public sealed class TableKeyTests
{
    private const string Signs = " !\"#$%&./0>?@A[\\]az|~\u0000\u001F\u007F\u0085\u009F\u00A0é";

    private static readonly Config Quietly = PropertyCases.Of(2000);

    [TestMethod]
    [DataRow("0193c1f0|solar-2", "0193c1f0|solar-2")]
    [DataRow("a/b", "a.2Fb")]
    [DataRow("a.b", "a.2Eb")]
    [DataRow("#?\\", "\"23>3F[5C")]
    [DataRow("100%", "100$25")]
    [DataRow("\t", "!09")]
    [DataRow("\u0085", "~85")]
    public void Forbidden_character_becomes_the_one_before_it_and_its_code(string key, string encoded) =>
        Assert.AreEqual(encoded, TableKey.Encode(key));

    [TestMethod]
    public void Every_key_comes_back() => Check.One(
        Quietly, Prop.ForAll(Texts(), text => TableKey.Decode(TableKey.EncodePart(text)) == text));

    [TestMethod]
    public void Encoded_key_holds_nothing_that_is_forbidden() => Check.One(
        Quietly, Prop.ForAll(Texts(), text => !TableKey.EncodePart(text).Any(letter => letter is '/' or '\\' or '#' or '?' or '%' || char.IsControl(letter))));

    [TestMethod]
    public void Order_stays_but_for_control_characters_below_the_space() => Check.One(
        Quietly,
        Prop.ForAll(Texts(), Texts(), (one, other) =>
        {
            one = new string([.. one.Where(letter => letter >= ' ')]);
            other = new string([.. other.Where(letter => letter >= ' ')]);
            return Math.Sign(string.CompareOrdinal(one, other))
                == Math.Sign(string.CompareOrdinal(TableKey.EncodePart(one), TableKey.EncodePart(other)));
        }));

    [TestMethod]
    public void Key_that_does_not_fit_when_encoded_is_refused() =>
        Assert.ThrowsExactly<ArgumentException>(() => TableKey.Encode(new string('/', 171)));

    [TestMethod]
    [DataRow("a.")]
    [DataRow("a.2")]
    [DataRow("a.zz")]
    public void Key_that_something_else_made_is_not_decoded(string encoded) =>
        Assert.ThrowsExactly<FormatException>(() => TableKey.Decode(encoded));

    private static Arbitrary<string> Texts() =>
        Gen.Elements(Signs.ToCharArray()).ListOf().Select(letters => new string([.. letters])).ToArbitrary();
}
