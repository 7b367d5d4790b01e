# The same steps as in the README, for one image that runs as api, mail or worker: GEMINA_ROLES says which.
FROM node:26-slim AS build
WORKDIR /gemina
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:26-slim AS packages
WORKDIR /gemina
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:26-slim
ENV NODE_ENV=production GEMINA_DATA=/data
WORKDIR /gemina
RUN mkdir /data && chown node:node /data
COPY --from=packages /gemina/node_modules node_modules
COPY --from=build /gemina/package.json ./
COPY --from=build /gemina/dist dist
USER node
VOLUME /data
EXPOSE 3000 2525 2424
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT ?? 3000}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/server/src/main.js"]
