using System.Collections.Concurrent;
using LeadFilter.Pipeline.Capacity;

namespace LeadFilter.Tests.Capacity;

/// <summary>The map of places guards itself: nobody needs to lock it.</summary>
[TestClass]
public sealed class PlaceMapTests
{
    private const int Stretches = 40;
    private const int Places = Stretches * PlaceMap.StretchSize;

    [TestMethod]
    public void Many_threads_pick_each_place_once()
    {
        var map = new PlaceMap(Places, new Random(1));
        for (var stretch = 0; stretch < Stretches; stretch++)
        {
            map.Opened(stretch, isOwn: true);
        }

        var picked = new ConcurrentBag<int>();

        Parallel.For(0, 8, _ =>
        {
            while (map.TryPick(out var place))
            {
                picked.Add(place);
                map.Taken(place);
            }
        });

        CollectionAssert.AreEqual(Enumerable.Range(0, Places).ToList(), picked.Order().ToList());
        Assert.HasCount(Stretches, map.TakeFull());
    }
}
