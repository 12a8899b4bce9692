package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The service in terms of HTTP and JSON: reads requests, and writes responses. */
final class OrderApi {
    private static final int LONGEST_PAGE = 100;

    private final OrderService service;

    OrderApi(OrderService service) {
        this.service = service;
    }

    @AsyncFn
    Reply create(RoutingContext call) {
        return Reply.json(201, await(service.create(NewOrder.of(body(call)))).toJson());
    }

    @AsyncFn
    Reply find(RoutingContext call) {
        return Reply.json(200, await(service.find(id(call))).toJson());
    }

    @AsyncFn
    Reply list(RoutingContext call) {
        long after = number(call.request().getParam("after", "0"), 0, Long.MAX_VALUE);
        int limit = (int) number(call.request().getParam("limit", "20"), 1, LONGEST_PAGE);
        List<Order> page = await(service.list(after, limit));
        JsonArray orders = new JsonArray();
        page.forEach(order -> orders.add(order.toJson()));
        return Reply.json(200, new JsonObject().put("orders", orders));
    }

    @AsyncFn
    Reply pay(RoutingContext call) {
        return Reply.json(200, await(service.pay(id(call))).toJson());
    }

    private static JsonObject body(RoutingContext call) {
        try {
            JsonObject json = call.body().asJsonObject();
            if (json != null) {
                return json;
            }
        } catch (DecodeException | ClassCastException notAnObject) {
            throw Problem.invalid("the body is not a JSON object");
        }
        throw Problem.invalid("the body is missing");
    }

    private static long id(RoutingContext call) {
        return number(call.pathParam("id"), 1, Long.MAX_VALUE);
    }

    private static long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Problem.invalid(text + " is not a number");
        }
        throw Problem.invalid(text + " is not between " + least + " and " + most);
    }
}
