FROM node:22-bookworm-slim
WORKDIR /app
ENV NPM_CONFIG_UPDATE_NOTIFIER=false
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && mkdir /anchors && chown -R node:node /app/build /anchors
USER node
EXPOSE 3000
CMD ["node", "scripts/launch.mjs", "server.ts"]
