using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>Carries out what a <see cref="PlaceMap"/> wants to find free places.</summary>
/// <param name="counter">The counter.</param>
/// <param name="places">The table.</param>
/// <param name="map">What this process knows of the counter.</param>
/// <param name="time">The clock.</param>
internal sealed class PlaceSearch(CapCounter counter, CapPlaces places, PlaceMap map, TimeProvider time)
{
    // Of stretches that this process has opened, under the versions that it wrote. Only one search runs at a time.
    private readonly Dictionary<int, Row> ownNotes = [];

    /// <summary>Searches until places are found or there are none.</summary>
    /// <returns>Whether any were found, and how many rows were read.</returns>
    public async Task<(bool Found, int Rows)> RunAsync()
    {
        map.Begin();
        var (filling, rows) = (FillOwnAsync(map.TakeFull()), 0);
        while (true)
        {
            var step = map.Next(out var stretch);
            if (step is SearchStep.Take or SearchStep.Full)
            {
                await filling;
                return (step == SearchStep.Take, rows);
            }

            if (step == SearchStep.ReadNotes)
            {
                // The notes should say what this process knows.
                await filling;
            }

            rows += await DoAsync(step, stretch);
        }
    }

    private static async Task FillAsync(StretchNotes notes, Row note)
    {
        try
        {
            await notes.FillAsync(note, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The note is a hint: without it, whoever searches reads the stretch.
        }
    }

    /// <summary>Does a step and tells the map.</summary>
    /// <returns>How many rows it read.</returns>
    private async Task<int> DoAsync(SearchStep step, int stretch)
    {
        switch (step)
        {
            case SearchStep.LookBeyond:
                var beyond = await places.AreTakenBeyondAsync(counter, CancellationToken.None);
                map.LookedBeyond(beyond);

                return 1;

            case SearchStep.Open:
                var note = await places.Notes.OpenAsync(counter, stretch, CancellationToken.None);
                if (note is not null)
                {
                    ownNotes[stretch] = note;
                }

                map.Opened(stretch, note is not null);

                return 1;

            case SearchStep.ReadStretch:
                return await ReadStretchAsync(stretch);

            case SearchStep.ReadNotes:
                var notes = await places.Notes.ReadAsync(counter, 0, CancellationToken.None).ToListAsync();
                map.HasRead(notes);

                return notes.Count;

            default:
                var taken = await places.ReadAsync(counter, CancellationToken.None).Select(static one => one.Place).ToHashSetAsync();
                var count = taken.Count;
                map.HasReadAll(taken);

                return count;
        }
    }

    private async Task<int> ReadStretchAsync(int stretch)
    {
        // The note comes first: then it has another version if a place is to be given back that is read as taken.
        var note = await places.Notes.FindAsync(counter, stretch, CancellationToken.None);
        if (note is not null && StretchNotes.IsFull(note))
        {
            map.IsFull(stretch);

            return 1;
        }

        var mayFill = note is not null && StretchNotes.MayFill(note, time.GetUtcNow());
        var taken = await places.ReadStretchAsync(counter, stretch * PlaceMap.StretchSize, CancellationToken.None);
        if (mayFill && taken.Count == PlaceMap.StretchSize)
        {
            await FillAsync(places.Notes, note!);
        }

        map.HasRead(stretch, taken.ToHashSet());

        return taken.Count + 1;
    }

    private async Task FillOwnAsync(IReadOnlyList<int> stretches)
    {
        foreach (var stretch in stretches)
        {
            if (ownNotes.Remove(stretch, out var note))
            {
                await FillAsync(places.Notes, note);
            }
        }
    }
}
