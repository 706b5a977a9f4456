using LeadFilter.Core.Fields.Phones.Areas;
using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Tests.Fields.Phones;

[TestClass]
public sealed class AreaCodesTests
{
    private static readonly string[] Geographic = [.. AreaCodes.ByPlace.SelectMany(entry => entry.Codes.Split(' '))];
    private static readonly string[] Others = [.. AreaCodes.OfNoPlace.SelectMany(entry => entry.Codes.Split(' '))];

    [TestMethod]
    public void No_area_code_is_listed_twice() => CollectionAssert.AllItemsAreUnique(Geographic.Concat(Others).ToArray());

    [TestMethod]
    public void There_are_376_codes_of_the_US_and_56_of_Canada()
    {
        var canadian = AreaCodes.ByPlace.Where(entry => States.All[States.Find(entry.Place.AsSpan(0, 2), "US")].Country == "CA").Sum(entry => entry.Codes.Split(' ').Length);

        Assert.AreEqual((376, 56), (Geographic.Length - canadian, canadian));
    }

    [TestMethod]
    public void Every_code_can_be_one_by_the_numbering_plan()
    {
        foreach (var code in Geographic.Concat(Others))
        {
            Assert.IsTrue(code is [>= '2' and <= '9', >= '0' and <= '8', >= '0' and <= '9'], code);
        }
    }

    [TestMethod]
    public void Codes_of_places_do_not_end_in_11_and_others_end_in_a_pair_or_begin_with_52() =>
        Assert.IsTrue(!Geographic.Any(code => code[1..] == "11") && Others.All(code => code[1] == code[2] || code.StartsWith("52", StringComparison.Ordinal) || code == "532"));

    [TestMethod]
    public void Every_place_but_the_armed_forces_has_a_code()
    {
        var places = AreaCodes.ByPlace.SelectMany(entry => entry.Place.Split('/')).Order(StringComparer.Ordinal).ToArray();

        CollectionAssert.AreEqual(
            States.All.Where(state => state.Country is "US" or "CA").Select(state => state.Code).Except(["AA", "AE", "AP"]).Order(StringComparer.Ordinal).ToArray(), places);
    }
}
