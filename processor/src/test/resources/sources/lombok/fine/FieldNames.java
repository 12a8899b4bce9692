import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

/** An enum that Lombok writes, with all that only constants of an enum can do. */
@FieldNameConstants(asEnum = true, innerTypeName = "Column")
class FieldNames {
    int id;
    String text;

    @AsyncFn
    static String switched(Column column, Future<Integer> f) {
        int width = await(f);
        switch (column) {
            case id:
                return column.name() + width + await(f);
            default:
                Map<Column, Integer> widths = new EnumMap<>(Column.class);
                widths.put(Column.text, width);
                return widths + " " + switch (column) {
                    case id -> "no";
                    case text -> Column.valueOf("id").compareTo(column) + await(f);
                };
        }
    }

    public static String direct() throws Exception {
        return switched(Column.id, Future.ready(2)) + switched(Column.text, Future.ready(3));
    }

    public static String future() throws Exception {
        return Async.blockOn(FieldNamesAsync.switched(Column.id, Future.ready(2)))
                + Async.blockOn(FieldNamesAsync.switched(Column.text, Future.ready(3)));
    }
}
